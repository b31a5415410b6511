namespace Territory.Roads.Guidance;

/// <summary>A sentence for a maneuver on a road with a name, which stands for {road}, and on one without.</summary>
internal readonly record struct Phrase(string Named, string Unnamed);
