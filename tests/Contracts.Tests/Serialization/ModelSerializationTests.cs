using System.Text.Json;
using Territory.Contracts.Serialization;
using Territory.Contracts.Tests.Samples;

namespace Territory.Contracts.Tests.Serialization;

/// <summary>What a message holds must be something that the wire of a cluster can carry: a Model value as JSON, or a type that Orleans has a codec for.</summary>
public sealed class ModelSerializationTests
{
    /// <summary>Of the types with a built-in codec (Orleans.Serialization.Codecs), those that messages use.</summary>
    private static readonly HashSet<Type> BuiltIn = [typeof(string), typeof(DateOnly), typeof(DateTimeOffset)];

    private static readonly HashSet<Type> BuiltInCollections = [typeof(IReadOnlyList<>), typeof(IReadOnlyDictionary<,>)];

    public static TheoryData<Type> ModelTypes => [.. Held().Where(ModelSerialization.IsModelType).OrderBy(type => type.FullName, StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(ModelTypes))]
    public void ModelValue_AsTheWireCarriesIt_IsTheSame(Type type)
    {
        var value = new SampleValues().Make(type)!;

        var written = JsonSerializer.SerializeToUtf8Bytes(value, type, ModelSerialization.Options);
        var read = JsonSerializer.Deserialize(written, type, ModelSerialization.Options);

        // Lists have no equality of their own, so what was read is compared by being written again.
        JsonSerializer.SerializeToUtf8Bytes(read, type, ModelSerialization.Options).ShouldBe(written);
        written.ShouldNotBe("{}"u8.ToArray());
    }

    [Fact]
    public void Messages_HoldNothingThatHasNoCodec() =>
        Held().Where(type => !ModelSerialization.IsModelType(type) && !Messages.All.Contains(type)
            && !BuiltIn.Contains(type) && !type.IsPrimitive && !type.IsEnum).ShouldBeEmpty();

    /// <summary>The types of all members, without the nullables and collections around them.</summary>
    private static IEnumerable<Type> Held() =>
        Messages.All.SelectMany(MessageTests.StoredProperties).SelectMany(property => Parts(property.PropertyType)).Distinct();

    private static IEnumerable<Type> Parts(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } bare)
            return Parts(bare);
        return type.IsGenericType && BuiltInCollections.Contains(type.GetGenericTypeDefinition())
            ? type.GetGenericArguments().SelectMany(Parts)
            : [type];
    }
}
