namespace Territory.Simulation.Lab.Scenarios.Census;

/// <summary>A terminal's shelf as it stands on the first morning (期初货架).</summary>
/// <param name="Lines">The products that it lists.</param>
/// <param name="IsCounted">Whether anybody has counted there before.</param>
/// <param name="LastCall">Null: it was never called.</param>
/// <param name="KnownSince">Since when the terminal has been on the books; null: it is new.</param>
/// <param name="SoldDays">Of how many days before sales are remembered.</param>
public sealed record ScenarioShelf(IReadOnlyList<ShelfLine> Lines, bool IsCounted, DateOnly? LastCall, int SoldDays = 0, DateOnly? KnownSince = null);
