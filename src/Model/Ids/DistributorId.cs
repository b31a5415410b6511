using System.Text.Json.Serialization;

namespace Territory.Model.Ids;

/// <summary>Identifies a distributor (经销商).</summary>
[JsonConverter(typeof(StringIdConverter<DistributorId>))]
public readonly record struct DistributorId(string Value) : IStringId<DistributorId>
{
    public static DistributorId From(string value) => new(value);

    public override string ToString() => Value;
}
