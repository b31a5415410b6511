using System.Text.Json.Serialization;

namespace Territory.Model.Ids;

/// <summary>Identifies one intention of one sender. Sending it again returns the first answer instead of acting twice.</summary>
[JsonConverter(typeof(CommandIdConverter))]
public readonly record struct CommandId(Guid Value)
{
    public static CommandId New() => new(Guid.CreateVersion7());

    public override string ToString() => Value.ToString("N");
}
