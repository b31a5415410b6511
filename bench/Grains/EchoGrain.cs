namespace Territory.Grains.Bench;

internal sealed class EchoGrain : Grain, IEchoGrain
{
    // About 230 bytes, the size of a small actor's state.
    private readonly byte[] _state = new byte[206];

    public Task<int> Echo(int value)
    {
        _state[0]++;
        return Task.FromResult(value);
    }

    public Task<Reply> Send(Question question) => Task.FromResult(new Reply(question.Number));
}
