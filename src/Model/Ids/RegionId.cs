using System.Text.Json.Serialization;

namespace Territory.Model.Ids;

/// <summary>Identifies a region (区域).</summary>
[JsonConverter(typeof(StringIdConverter<RegionId>))]
public readonly record struct RegionId(string Value) : IStringId<RegionId>
{
    public static RegionId From(string value) => new(value);

    public override string ToString() => Value;
}
