namespace Territory.Simulation.Lab.Scenarios.Census;

/// <summary>How a census becomes terminals and consumers of the lab.</summary>
public sealed record CensusTerms
{
    /// <summary>Side of the square cells in which consumers are counted.</summary>
    public double CellKilometres { get; init; } = 0.5;

    /// <summary>
    /// What consumers buy of the category at a terminal on an average day, where the census does not give its volume; null: every terminal
    /// must have one.
    /// </summary>
    public double? UnitsPerTerminalDay { get; init; }

    /// <summary>Units of a case in which the census counts category volume.</summary>
    public int UnitsPerCase { get; init; } = 12;

    /// <summary>Multiplies what consumers buy of the category everywhere.</summary>
    public double DemandFactor { get; init; } = 1;

    /// <summary>
    /// Parts of the terminals, the largest first, that are of class A and of class A or B: [0.2, 0.5]. Null: the classes of the census.
    /// </summary>
    public IReadOnlyList<double>? ClassCutOffs { get; init; }

    /// <summary>Of a census file, leave out the rows that cannot be read instead of refusing the file.</summary>
    public bool AcceptGood { get; init; }

    /// <summary>Part of the terminals that sell our products on the first day, where the census does not say which: drawn by terminal.</summary>
    public double OpeningDistribution { get; init; }
}
