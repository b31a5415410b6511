using Orleans.Runtime;
using Orleans.Runtime.Activations;

namespace Orleans;

/// <summary>The base of grain classes.</summary>
public abstract class Grain : IGrainBase, IAddressable
{
    protected Grain()
        : this(Activation.OfThisTurn
               ?? throw new InvalidOperationException("A grain is constructed by the runtime; obtain a reference from IGrainFactory.GetGrain."))
    {
    }

    /// <summary>For tests that construct a grain with a context of their own.</summary>
    protected Grain(IGrainContext grainContext) => GrainContext = grainContext;

    public IGrainContext GrainContext { get; }

    public GrainReference GrainReference => GrainContext.GrainReference;

    /// <summary>The grain id as text.</summary>
    public string IdentityString => GrainContext.GrainId.ToString();

    /// <summary>The silo's address as text; only for logs.</summary>
    public string RuntimeIdentity => (GrainContext as Activation)?.Silo.Address.ToString() ?? "";

    protected IGrainFactory GrainFactory => GrainContext is Activation activation
        ? activation.Silo.Factory
        : (IGrainFactory)GrainContext.ActivationServices.GetService(typeof(IGrainFactory))!;

    protected internal IServiceProvider ServiceProvider => GrainContext.ActivationServices;

    public virtual Task OnActivateAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public virtual Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Deactivates this activation when the running request ends; the next call makes a new activation.</summary>
    protected void DeactivateOnIdle() => GrainBaseExtensions.DeactivateOnIdle(this);

    /// <summary>Keeps an idle activation for at least this long; a negative span takes an earlier promise back.</summary>
    protected void DelayDeactivation(TimeSpan timeSpan) => ((Activation)GrainContext).DelayDeactivation(timeSpan);
}
