using System.Text.Json;
using System.Text.Json.Serialization;

namespace Territory.Model.Ids;

/// <summary>Writes a command id as a plain JSON string. Public so that the source-generated contexts of other projects can use it.</summary>
public sealed class CommandIdConverter : JsonConverter<CommandId>
{
    public override CommandId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetGuid());

    public override void Write(Utf8JsonWriter writer, CommandId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
