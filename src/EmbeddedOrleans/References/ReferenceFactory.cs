using System.Collections.Concurrent;

namespace Orleans.Runtime.References;

/// <summary>Makes references of one silo.</summary>
internal sealed class ReferenceFactory(Silo silo)
{
    private readonly ConcurrentDictionary<Type, Entry> _entries = new();

    internal GrainReference Create(Type interfaceType, GrainId grainId)
    {
        var entry = _entries.TryGetValue(interfaceType, out var known) ? known : _entries.GetOrAdd(interfaceType, Make);
        return entry.Construct(entry.Origin, grainId);
    }

    private Entry Make(Type interfaceType)
    {
        if (!interfaceType.IsInterface || !typeof(IAddressable).IsAssignableFrom(interfaceType))
            throw new ArgumentException($"{interfaceType} is not a grain interface or observer interface.", nameof(interfaceType));

        return new(new ReferenceOrigin(silo, interfaceType), ReferenceClasses.Of(interfaceType));
    }

    private sealed record Entry(ReferenceOrigin Origin, Func<ReferenceOrigin, GrainId, GrainReference> Construct);
}
