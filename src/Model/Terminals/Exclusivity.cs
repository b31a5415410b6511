namespace Territory.Model.Terminals;

/// <summary>An exclusive outlet (专销): ours or a rival's, until a date, for a fee.</summary>
public sealed record Exclusivity(bool Ours, string? Rival, DateOnly? Until, Quantities.Money Fee);
