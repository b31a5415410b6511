namespace Territory.Dashboard.Exports;

/// <summary>A plan, or part of it, as a file.</summary>
/// <param name="Ending">What follows the stem in the file's name.</param>
/// <param name="ContentPolicy">What a browser is to let the file do; null: it is no page.</param>
public sealed record PlanFile(string Ending, string ContentType, byte[] Content, string? ContentPolicy = null);
