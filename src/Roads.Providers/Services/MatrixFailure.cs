namespace Territory.Roads.Providers.Services;

/// <summary>Why a routing service gave no matrix, in the few words that fit the label of what stands in for it.</summary>
public enum MatrixFailure
{
    /// <summary>Unreachable, silent or busy after all attempts.</summary>
    NoAnswer,

    /// <summary>It answered that it will not: a wrong key, a point it knows no road near, a limit of its own.</summary>
    Refused,

    /// <summary>It answered something else than the matrix asked for.</summary>
    Unusable,

    /// <summary>The options name no profile for the mode; the service was not asked.</summary>
    NoProfile,
}
