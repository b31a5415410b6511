using System.Text.Json;
using System.Text.Json.Serialization;
using Territory.Model.Quantities;

namespace Territory.Simulation.Lab.Scenarios.Json;

/// <summary>Money as people write it in a scenario: 24.5 is 24 yuan and 50 fen. More than two decimals are refused, not rounded.</summary>
internal sealed class MajorMoneyConverter : JsonConverter<Money>
{
    private const decimal Most = 1e15m;

    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.Number || !reader.TryGetDecimal(out var major) || Math.Abs(major) > Most || major * 100 != decimal.Truncate(major * 100))
            throw new JsonException("An amount with at most two decimals is expected.");
        return new Money((long)(major * 100));
    }

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteNumberValue(value.MinorUnits / 100m);
}
