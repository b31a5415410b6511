using System.Text.Json.Serialization;

namespace Territory.Roads.Providers.Valhalla;

/// <summary>A pair in the wordy form; without a road both are null.</summary>
internal sealed record ValhallaCell(
    [property: JsonPropertyName("time")] double? Time,
    [property: JsonPropertyName("distance")] double? Distance);
