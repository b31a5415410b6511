using System.Text.Json.Serialization;

namespace Territory.Roads.Matching;

/// <summary>What became of a fix.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FixOutcome>))]
public enum FixOutcome
{
    /// <summary>It has a place on a road of one of the parts.</summary>
    Matched,

    /// <summary>Left out because it lies so near the one before that it tells nothing about the way. 停留点.</summary>
    Thinned,

    /// <summary>No road within the radius.</summary>
    NoRoad,

    /// <summary>Dropped because no vehicle could have come there and gone on. 漂移点.</summary>
    Outlier,
}
