using System.Text.Json.Serialization;

namespace Territory.Model.Ids;

/// <summary>Identifies a vehicle (车辆).</summary>
[JsonConverter(typeof(StringIdConverter<VehicleId>))]
public readonly record struct VehicleId(string Value) : IStringId<VehicleId>
{
    public static VehicleId From(string value) => new(value);

    public override string ToString() => Value;
}
