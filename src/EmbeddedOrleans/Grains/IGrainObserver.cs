using Orleans.Runtime;

namespace Orleans;

/// <summary>An object outside the grains that grains can call, best effort, through <see cref="IGrainFactory.CreateObjectReference{T}"/>.</summary>
public interface IGrainObserver : IAddressable;
