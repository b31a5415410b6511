using System.Text.Json;
using System.Text.Json.Serialization;

namespace Territory.Model.Ids;

/// <summary>Identifies one intention of one sender. Sending it again returns the first answer instead of acting twice.</summary>
[JsonConverter(typeof(CommandIdConverter))]
public readonly record struct CommandId(Guid Value)
{
    public static CommandId New() => new(Guid.CreateVersion7());

    public override string ToString() => Value.ToString("N");

    private sealed class CommandIdConverter : JsonConverter<CommandId>
    {
        public override CommandId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetGuid());

        public override void Write(Utf8JsonWriter writer, CommandId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}
