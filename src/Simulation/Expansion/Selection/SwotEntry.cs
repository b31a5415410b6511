namespace Territory.Simulation.Expansion.Selection;

/// <summary>An entry of a SWOT list with the figure it follows from.</summary>
/// <param name="Code">Stable; screens word it, for example "swot.rival-strong".</param>
/// <param name="Figure">What was found.</param>
/// <param name="Against">What it was held against: a threshold, the median of the candidates or the template's figure.</param>
/// <param name="Subject">The rival or cell in question.</param>
public sealed record SwotEntry(SwotKind Kind, string Code, double Figure, double Against, string? Subject = null);
