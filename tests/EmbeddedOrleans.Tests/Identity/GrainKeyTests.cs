using Territory.EmbeddedOrleans.Tests.Support;

namespace Territory.EmbeddedOrleans.Tests.Identity;

/// <summary>Keys of every kind come back in the grain, and identities have Orleans's text form.</summary>
public sealed class GrainKeyTests : IAsyncLifetime
{
    private static readonly Guid SomeGuid = new("00112233-4455-6677-8899-aabbccddeeff");

    private Cluster _cluster = null!;

    public async ValueTask InitializeAsync() => _cluster = await Cluster.Start();

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Fact]
    public async Task Key_OfEveryKind_ComesBackInTheGrain()
    {
        var client = _cluster.Client;
        (await client.GetGrain<IGuidKeyGrain>(SomeGuid).Key()).ShouldBe(SomeGuid.ToString());
        (await client.GetGrain<ILongKeyGrain>(-5).Key()).ShouldBe("-5");
        (await client.GetGrain<ILongKeyGrain>(long.MaxValue).Key()).ShouldBe("9223372036854775807");
        (await client.GetGrain<IGuidPairGrain>(SomeGuid, "x+y").Key()).ShouldBe($"{SomeGuid}|x+y");
        (await client.GetGrain<ILongPairGrain>(17, "ext").Key()).ShouldBe("17|ext");
    }

    /// <summary>The expected texts are Orleans's: the type is the class name without "Grain", integers are hexadecimal, GUIDs 32 digits.</summary>
    [Fact]
    public void GrainId_HasTheTextFormOfOrleans()
    {
        var client = _cluster.Client;
        client.GetGrain<IGuidKeyGrain>(SomeGuid).GetGrainId().ToString().ShouldBe("guidkey/00112233445566778899aabbccddeeff");
        client.GetGrain<ILongKeyGrain>(255).GetGrainId().ToString().ShouldBe("longkey/FF");
        client.GetGrain<ILongPairGrain>(255, "e").GetGrainId().ToString().ShouldBe("named-pair/FF+e");
    }

    [Fact]
    public void GrainId_ParsedFromItsText_IsEqual()
    {
        var id = GrainId.Create("terminal", "shop/7");
        GrainId.Parse(id.ToString()).ShouldBe(id);
        GrainId.TryParse("nothing", out _).ShouldBeFalse();
    }
}

[Alias("test.key.guid")]
public interface IGuidKeyGrain : IGrainWithGuidKey
{
    [Alias("Key")]
    Task<string> Key();
}

[Alias("test.key.long")]
public interface ILongKeyGrain : IGrainWithIntegerKey
{
    [Alias("Key")]
    Task<string> Key();
}

[Alias("test.key.guidpair")]
public interface IGuidPairGrain : IGrainWithGuidCompoundKey
{
    [Alias("Key")]
    Task<string> Key();
}

[Alias("test.key.longpair")]
public interface ILongPairGrain : IGrainWithIntegerCompoundKey
{
    [Alias("Key")]
    Task<string> Key();
}

internal sealed class GuidKeyGrain : Grain, IGuidKeyGrain
{
    public Task<string> Key() => Task.FromResult(this.GetPrimaryKey().ToString());
}

internal sealed class LongKeyGrain : Grain, ILongKeyGrain
{
    public Task<string> Key() => Task.FromResult(this.GetPrimaryKeyLong().ToString(System.Globalization.CultureInfo.InvariantCulture));
}

internal sealed class GuidPairGrain : Grain, IGuidPairGrain
{
    public Task<string> Key() => Task.FromResult($"{this.GetPrimaryKey(out var extension)}|{extension}");
}

[GrainType("named-pair")]
internal sealed class LongPairGrain : Grain, ILongPairGrain
{
    public Task<string> Key() => Task.FromResult($"{this.GetPrimaryKeyLong(out var extension)}|{extension}");
}
