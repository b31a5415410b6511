namespace Territory.EmbeddedOrleans.Tests.Support;

internal sealed class PaceGrain : Grain, IPaceGrain
{
    public async Task Beat() => await Task.Yield();
}
