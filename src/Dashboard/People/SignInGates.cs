namespace Territory.Dashboard.People;

/// <summary>Lets attempts to sign in to one account through one at a time, so that none is checked before the failure of another has been counted.</summary>
/// <remarks>Accounts share a fixed number of gates, so that made-up addresses take no memory; two that share one wait for each other, nothing more.</remarks>
public sealed class SignInGates : IDisposable
{
    private const int Count = 256;

    private readonly SemaphoreSlim[] _gates = [.. Enumerable.Range(0, Count).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Waits for the account's gate; disposing the result opens it to the next.</summary>
    public async Task<IDisposable> EnterAsync(string account, CancellationToken cancellationToken)
    {
        var gate = _gates[(int)((uint)StringComparer.OrdinalIgnoreCase.GetHashCode(account) % Count)];
        await gate.WaitAsync(cancellationToken);
        return new Entry(gate);
    }

    public void Dispose()
    {
        foreach (var gate in _gates)
            gate.Dispose();
    }

    private sealed class Entry(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
