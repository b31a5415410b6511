using System.Text.Json;
using System.Text.Json.Serialization;

namespace Territory.Model.Ids;

/// <summary>Writes a command id as a plain JSON string. Public so that the source-generated contexts of other projects can use it.</summary>
public sealed class CommandIdConverter : JsonConverter<CommandId>
{
    /// <exception cref="JsonException">The id is all zeros, which a sender that forgot to make one sends: it would tie unrelated commands together.</exception>
    public override CommandId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetGuid() is var id && id != Guid.Empty ? new(id) : throw new JsonException("A command id is a UUID made for this command, not all zeros.");

    public override void Write(Utf8JsonWriter writer, CommandId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
