namespace Territory.Simulation.Lab.Statistics;

/// <summary>One run of a scenario: its figures, as many and in the same order each time; a pure function of the seed and of which half of a pair it is.</summary>
/// <param name="antithetic">Whether each uniform u is read as 1 - u (对偶变量).</param>
public delegate double[] ReplicationModel(ulong seed, bool antithetic, CancellationToken cancellationToken);
