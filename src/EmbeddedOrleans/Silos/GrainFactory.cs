using Orleans.Runtime.Activations;
using Orleans.Runtime.Catalog;
using Orleans.Runtime.Contracts;
using Orleans.Runtime.Observers;

namespace Orleans.Runtime.Silos;

/// <summary>Makes references; used in grains, and by a client of the same process.</summary>
internal class GrainFactory(Func<Silo> silo) : IGrainFactory
{
    internal static readonly GrainType ObserverType = GrainType.Create("sys.observer");

    public TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithGuidKey => Get<TGrainInterface>(GrainIdKeyExtensions.CreateGuidKey(primaryKey), grainClassNamePrefix);

    public TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithIntegerKey =>
        Get<TGrainInterface>(GrainIdKeyExtensions.CreateIntegerKey(primaryKey), grainClassNamePrefix);

    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey => Get<TGrainInterface>(StringKey(primaryKey), grainClassNamePrefix);

    public TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey, string keyExtension, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithGuidCompoundKey =>
        Get<TGrainInterface>(GrainIdKeyExtensions.CreateGuidKey(primaryKey, Extension(keyExtension)), grainClassNamePrefix);

    public TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string keyExtension, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithIntegerCompoundKey =>
        Get<TGrainInterface>(GrainIdKeyExtensions.CreateIntegerKey(primaryKey, Extension(keyExtension)), grainClassNamePrefix);

    public IGrain GetGrain(Type grainInterfaceType, Guid grainPrimaryKey) =>
        Get(grainInterfaceType, GrainIdKeyExtensions.CreateGuidKey(grainPrimaryKey), null);

    public IGrain GetGrain(Type grainInterfaceType, long grainPrimaryKey) =>
        Get(grainInterfaceType, GrainIdKeyExtensions.CreateIntegerKey(grainPrimaryKey), null);

    public IGrain GetGrain(Type grainInterfaceType, string grainPrimaryKey) => Get(grainInterfaceType, StringKey(grainPrimaryKey), null);

    public IGrain GetGrain(Type grainInterfaceType, Guid grainPrimaryKey, string keyExtension) =>
        Get(grainInterfaceType, GrainIdKeyExtensions.CreateGuidKey(grainPrimaryKey, Extension(keyExtension)), null);

    public IGrain GetGrain(Type grainInterfaceType, long grainPrimaryKey, string keyExtension) =>
        Get(grainInterfaceType, GrainIdKeyExtensions.CreateIntegerKey(grainPrimaryKey, Extension(keyExtension)), null);

    public TGrainInterface GetGrain<TGrainInterface>(GrainId grainId)
        where TGrainInterface : IAddressable => (TGrainInterface)(object)silo().References.Create(typeof(TGrainInterface), grainId);

    public IAddressable GetGrain(GrainId grainId)
    {
        var grainClass = silo().Catalog.Find(grainId.Type) ?? throw new ArgumentException($"No grain class has the grain type of {grainId}.", nameof(grainId));
        return silo().References.Create(grainClass.DefaultInterface, grainId);
    }

    public IAddressable GetGrain(GrainId grainId, GrainInterfaceType interfaceType)
    {
        var grainClass = silo().Catalog.Find(grainId.Type) ?? throw new ArgumentException($"No grain class has the grain type of {grainId}.", nameof(grainId));
        var face = Array.Find(grainClass.Interfaces, candidate => GrainClasses.InterfaceName(candidate) == interfaceType.ToString())
            ?? throw new ArgumentException($"{grainClass.Type} does not implement an interface named {interfaceType}.", nameof(interfaceType));
        return silo().References.Create(face, grainId);
    }

    public TGrainObserverInterface CreateObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver
    {
        ArgumentNullException.ThrowIfNull(obj);
        if (obj is GrainReference)
            throw new ArgumentException("The argument is already a reference.", nameof(obj));
        if (obj is IGrainBase)
            throw new ArgumentException("A grain is referred to with AsReference, not with an object reference.", nameof(obj));
        if (Activation.OfThisTurn is not null)
            throw new InvalidOperationException("Object references are made outside grains; a grain observes through its own interface.");

        ContractRules.Check([typeof(TGrainObserverInterface)]);
        var home = silo();
        var id = GrainId.Create(ObserverType, Guid.NewGuid().ToString("N"));
        home.AddObserver(new ObserverHost(home, id, obj));
        return (TGrainObserverInterface)(object)home.References.Create(typeof(TGrainObserverInterface), id);
    }

    public void DeleteObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver
    {
        if (obj is not GrainReference reference)
            throw new ArgumentException("Pass the reference that CreateObjectReference returned.", nameof(obj));
        silo().RemoveObserver(reference.GrainId);
    }

    private TGrainInterface Get<TGrainInterface>(IdSpan key, string? prefix) => (TGrainInterface)Get(typeof(TGrainInterface), key, prefix);

    private IGrain Get(Type interfaceType, IdSpan key, string? prefix)
    {
        var home = silo();
        var grainClass = home.Catalog.Resolve(interfaceType, prefix);
        return (IGrain)home.References.Create(interfaceType, GrainId.Create(grainClass.GrainType, key));
    }

    private static IdSpan StringKey(string key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        return IdSpan.Create(key);
    }

    private static string Extension(string keyExtension)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(keyExtension);
        return keyExtension;
    }
}
