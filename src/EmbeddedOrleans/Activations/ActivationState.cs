namespace Orleans.Runtime.Activations;

/// <summary>The life of an activation, in order.</summary>
internal enum ActivationState : byte
{
    /// <summary>No request has reached it yet; there is no grain object.</summary>
    Created,

    /// <summary>The grain object is being made or its OnActivateAsync is running.</summary>
    Activating,

    Active,

    /// <summary>OnDeactivateAsync is running.</summary>
    Deactivating,

    Gone,
}
