using System.Text.Json.Serialization;

namespace Territory.Model.Following;

/// <summary>How far a planned stop has come.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StopState>))]
public enum StopState
{
    /// <summary>Still to be made.</summary>
    Open,

    /// <summary>The vehicle is there.</summary>
    There,

    /// <summary>Dealt with: delivered, or refused with a reason.</summary>
    Done,

    /// <summary>The trip came back without having been there (未完成).</summary>
    Unfinished,
}
