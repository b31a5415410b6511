using System.Text.Json.Serialization;

namespace Territory.Roads.Guidance;

/// <summary>A language that turn lists are written in.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GuidanceLanguage>))]
public enum GuidanceLanguage
{
    English,
    Chinese,
}
