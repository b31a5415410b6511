using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Territory.Dashboard.People;

/// <summary>Creates the people's database on first use and refuses one of another version.</summary>
public sealed class PeopleDatabase(IDbContextFactory<PeopleContext> contexts)
{
    /// <summary>Raised when the tables change; a step that brings the older tables up to date comes with it.</summary>
    private const int SchemaVersion = 3;

    private const string FromVersion1 = """
        BEGIN;
        CREATE TABLE "EndedSessions" ("Id" TEXT NOT NULL CONSTRAINT "PK_EndedSessions" PRIMARY KEY, "ForgetAt" INTEGER NOT NULL);
        PRAGMA user_version = 2;
        COMMIT;
        """;

    private const string FromVersion2 = """
        BEGIN;
        CREATE TABLE "RevokedLinks" ("Id" TEXT NOT NULL CONSTRAINT "PK_RevokedLinks" PRIMARY KEY, "Generation" INTEGER NOT NULL);
        PRAGMA user_version = 3;
        COMMIT;
        """;

    /// <exception cref="InvalidOperationException">The file was written by another version.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Database.EnsureCreatedAsync(cancellationToken))
        {
            // PRAGMA takes no parameters, and the text is a constant of this class.
            await context.Database.ExecuteSqlRawAsync(
                string.Create(CultureInfo.InvariantCulture, $"PRAGMA journal_mode = WAL; PRAGMA user_version = {SchemaVersion};"), cancellationToken);
            return;
        }

        var found = (await context.Database.SqlQueryRaw<int>("SELECT user_version AS Value FROM pragma_user_version").ToListAsync(cancellationToken))[0];
        if (found == 1)
        {
            await context.Database.ExecuteSqlRawAsync(FromVersion1, cancellationToken);
            found = 2;
        }

        if (found == 2)
        {
            await context.Database.ExecuteSqlRawAsync(FromVersion2, cancellationToken);
            found = SchemaVersion;
        }

        if (found != SchemaVersion)
        {
            throw new InvalidOperationException(
                $"The people's database is of version {found}; this program reads version {SchemaVersion}. Open it with the version that wrote it.");
        }
    }
}
