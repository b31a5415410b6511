namespace Territory.Grains.Bench;

/// <summary>A grain that answers what it is told; it holds a record like a small actor's state.</summary>
[Alias("bench.echo")]
public interface IEchoGrain : IGrainWithIntegerKey
{
    [Alias("Echo")]
    Task<int> Echo(int value);

    [Alias("Send")]
    Task<Reply> Send(Question question);
}
