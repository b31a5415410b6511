namespace Territory.EmbeddedOrleans.Tests.Support;

/// <summary>A grain that only answers, for the pace of a test that moves a clock.</summary>
[Alias("test.pace")]
public interface IPaceGrain : IGrainWithIntegerKey
{
    [Alias("Beat")]
    Task Beat();
}
