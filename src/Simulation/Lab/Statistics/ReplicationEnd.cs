namespace Territory.Simulation.Lab.Statistics;

/// <summary>Why a run of replications ended.</summary>
public enum ReplicationEnd
{
    /// <summary>All replications of the plan were run.</summary>
    Complete,

    /// <summary>Every interval asked for is narrow enough.</summary>
    Precise,

    /// <summary>Someone cancelled; what had finished is kept, and which that is depended on the moment.</summary>
    Cancelled,

    /// <summary>The whole first batch failed, so that the rest would too.</summary>
    Failed,
}
