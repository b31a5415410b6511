using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Territory.Dashboard.People;

/// <summary>The people of this installation, in a database of their own: who may sign in is not part of the territory's truth.</summary>
public sealed class PeopleContext(DbContextOptions<PeopleContext> options) : IdentityUserContext<Person>(options)
{
    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<EndedSession> EndedSessions => Set<EndedSession>();

    public DbSet<RevokedLink> RevokedLinks => Set<RevokedLink>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Person>(person =>
        {
            person.Property(one => one.Role).HasConversion<string>();
            person.Property(one => one.DisplayName).HasMaxLength(200);
        });
        builder.Entity<Invitation>(invitation =>
        {
            invitation.HasKey(one => one.TokenHash);
            invitation.HasIndex(one => one.PersonId);
        });
    }
}
