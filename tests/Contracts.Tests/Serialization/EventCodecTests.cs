using Territory.Contracts.Serialization;
using Territory.Contracts.Tests.Samples;

namespace Territory.Contracts.Tests.Serialization;

public sealed class EventCodecTests
{
    public static TheoryData<Type> All => [.. EventCodec.Types];

    [Theory]
    [MemberData(nameof(All))]
    public void Event_EncodedAndDecoded_IsTheSame(Type type)
    {
        var @event = (IEvent)new SampleValues().Make(type)!;

        var decoded = EventCodec.Decode(EventCodec.AliasOf(@event), EventCodec.Encode(@event));

        decoded.ShouldBeOfType(type);
        EventCodec.Encode(decoded).ShouldBe(EventCodec.Encode(@event));
    }

    [Fact]
    public void Decode_UnknownAlias_SaysWhichOne() =>
        Should.Throw<UnknownEventException>(() => EventCodec.Decode("territory.FromTheFuture", "{}"u8)).Alias.ShouldBe("territory.FromTheFuture");
}
