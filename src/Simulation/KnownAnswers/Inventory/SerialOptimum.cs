namespace Territory.Simulation.KnownAnswers.Inventory;

/// <summary>Echelon base-stock levels of a serial system, the stage that meets demand first, and what they cost a unit of time.</summary>
public sealed record SerialOptimum(IReadOnlyList<double> EchelonLevels, double Cost)
{
    /// <summary>What each stage itself keeps: its echelon level less that of the stage below, where no stage above restricts it more.</summary>
    public IReadOnlyList<double> LocalLevels
    {
        get
        {
            var local = new double[EchelonLevels.Count];
            var above = double.PositiveInfinity;
            for (var stage = local.Length - 1; stage >= 0; stage--)
            {
                above = Math.Min(above, EchelonLevels[stage]);
                local[stage] = above;
            }

            for (var stage = local.Length - 1; stage > 0; stage--)
                local[stage] -= local[stage - 1];
            return local;
        }
    }
}
