using System.Text.Json;
using System.Text.Json.Serialization;

namespace Territory.Optimizer.Formats.Vroom;

/// <summary>A matrix whose cells may be null where there is no road, read as <see cref="VroomMatrices.NoRoad"/>.</summary>
public sealed class VroomMatrixConverter : JsonConverter<IReadOnlyList<IReadOnlyList<long>>>
{
    public override IReadOnlyList<IReadOnlyList<long>> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var rows = new List<IReadOnlyList<long>>();
        Require(reader.TokenType == JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            // A row that is null is refused where all nulls are looked for.
            rows.Add(reader.TokenType == JsonTokenType.Null ? null! : Row(ref reader, rows.Count > 0 ? rows[0]?.Count ?? 0 : 0));
        }

        return rows;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<IReadOnlyList<long>> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var row in value)
        {
            writer.WriteStartArray();
            foreach (var cell in row)
            {
                if (cell == VroomMatrices.NoRoad)
                    writer.WriteNullValue();
                else
                    writer.WriteNumberValue(cell);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    private static long[] Row(ref Utf8JsonReader reader, int expected)
    {
        var cells = new List<long>(expected);
        Require(reader.TokenType == JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var cell = VroomMatrices.NoRoad;
            Require(reader.TokenType == JsonTokenType.Null || (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out cell) && cell != VroomMatrices.NoRoad));
            cells.Add(cell);
        }

        return [.. cells];
    }

    private static void Require(bool condition)
    {
        if (!condition)
            throw new JsonException();
    }
}
