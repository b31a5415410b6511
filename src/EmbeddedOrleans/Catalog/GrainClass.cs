using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Concurrency;
using Orleans.Runtime.Activations;
using Orleans.Runtime.Filters;
using Orleans.Serialization.Invocation;

namespace Orleans.Runtime.Catalog;

/// <summary>What a silo knows of one grain class.</summary>
internal sealed class GrainClass
{
    private readonly Func<Activation, IServiceProvider, object> _construct;
    private readonly bool _needsScope;

    internal GrainClass(Type type, CallFilters filters, Func<Type, bool> isSingleton, TimeSpan defaultAge)
    {
        Type = type;
        GrainType = GrainType.Create(GrainClasses.TypeName(type));
        Interfaces = GrainClasses.GrainInterfaces(type);
        Filters = filters;
        IsReentrant = type.IsDefined(typeof(ReentrantAttribute), inherit: true);
        MayInterleave = FindPredicate(type);
        MaxWorkers = type.GetCustomAttribute<StatelessWorkerAttribute>(inherit: true)?.MaxLocalWorkers ?? 0;
        NeverInterleaves = !IsReentrant && MayInterleave is null && Interfaces.SelectMany(face => face.GetMethods()).All(
            method => !method.IsDefined(typeof(AlwaysInterleaveAttribute)) && !method.IsDefined(typeof(ReadOnlyAttribute))
                && !GrainClasses.IsSequence(method.ReturnType));
        HasActivate = Overrides(type, nameof(IGrainBase.OnActivateAsync));
        HasDeactivate = Overrides(type, nameof(IGrainBase.OnDeactivateAsync))
            || type.IsAssignableTo(typeof(IDisposable)) || type.IsAssignableTo(typeof(IAsyncDisposable));
        var limit = type.GetCustomAttribute<CollectionAgeLimitAttribute>(inherit: true);
        CollectionAge = type.IsDefined(typeof(KeepAliveAttribute), inherit: true) || limit is { AlwaysActive: true } ? null : limit?.Amount ?? defaultAge;
        (_construct, _needsScope) = MakeConstructor(type, isSingleton);
    }

    internal Type Type { get; }

    internal GrainType GrainType { get; }

    internal Type[] Interfaces { get; }

    internal Type DefaultInterface => Interfaces[0];

    internal CallFilters Filters { get; }

    internal bool IsReentrant { get; }

    internal Func<IInvokable, bool>? MayInterleave { get; }

    /// <summary>Workers of a stateless grain; 0 for a grain with an identity.</summary>
    internal int MaxWorkers { get; }

    /// <summary>No request of this class can ever start beside another, so the first that must wait ends the search.</summary>
    internal bool NeverInterleaves { get; }

    internal bool HasActivate { get; }

    internal bool HasDeactivate { get; }

    /// <summary>How long an activation may be idle; null for ever.</summary>
    internal TimeSpan? CollectionAge { get; }

    internal object Construct(Activation activation) =>
        _construct(activation, _needsScope ? activation.ActivationServices : activation.Silo.Services);

    private static bool Overrides(Type type, string method)
    {
        var map = type.GetInterfaceMap(typeof(IGrainBase));
        var index = Array.FindIndex(map.InterfaceMethods, declared => declared.Name == method);
        var declaring = map.TargetMethods[index].DeclaringType;
        return declaring != typeof(Grain) && declaring != typeof(IGrainBase);
    }

    private static Func<IInvokable, bool>? FindPredicate(Type type)
    {
        if (type.GetCustomAttribute<MayInterleaveAttribute>(inherit: true) is not { } attribute)
            return null;

        const BindingFlags statics = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.FlattenHierarchy;
        return type.GetMethod(attribute.CallbackMethodName, statics, [typeof(IInvokable)])?.CreateDelegate<Func<IInvokable, bool>>()
            ?? throw new OrleansConfigurationException(
                $"{type} names {attribute.CallbackMethodName} in [MayInterleave]; write it as a static method: bool {attribute.CallbackMethodName}(IInvokable request).");
    }

    private static (Func<Activation, IServiceProvider, object> Construct, bool NeedsScope) MakeConstructor(Type type, Func<Type, bool> isSingleton)
    {
        var constructors = type.GetConstructors(BindingFlags.Instance | BindingFlags.Public);
        var parameters = constructors.SelectMany(constructor => constructor.GetParameters()).ToArray();
        var needsScope = !parameters.All(parameter => parameter.ParameterType == typeof(IGrainContext)
            || (isSingleton(parameter.ParameterType) && !parameter.IsDefined(typeof(FromKeyedServicesAttribute))));
        if (parameters.Any(parameter => parameter.ParameterType == typeof(IGrainContext)))
        {
            var withContext = ActivatorUtilities.CreateFactory(type, [typeof(IGrainContext)]);
            return ((activation, services) => withContext(services, [activation]), needsScope);
        }

        var factory = ActivatorUtilities.CreateFactory(type, []);
        return ((_, services) => factory(services, null), needsScope);
    }
}
