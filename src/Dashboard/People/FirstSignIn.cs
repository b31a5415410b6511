namespace Territory.Dashboard.People;

/// <summary>The way in while there is nobody yet.</summary>
public sealed class FirstSignIn(PeopleDirectory people, Invitations invitations)
{
    /// <summary>A one-time link by which the first administrator joins; null once there is anyone. A later call voids the earlier link.</summary>
    public async Task<string?> LinkAsync(string baseAddress, CancellationToken cancellationToken = default) =>
        await people.IsEmptyAsync(cancellationToken)
            ? PeopleRegister.LinkOf(baseAddress, await invitations.IssueAsync(null, cancellationToken))
            : null;
}
