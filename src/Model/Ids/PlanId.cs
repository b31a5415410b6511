using System.Text.Json.Serialization;

namespace Territory.Model.Ids;

/// <summary>Identifies a plan (计划).</summary>
[JsonConverter(typeof(StringIdConverter<PlanId>))]
public readonly record struct PlanId(string Value) : IStringId<PlanId>
{
    public static PlanId From(string value) => new(value);

    public override string ToString() => Value;
}
