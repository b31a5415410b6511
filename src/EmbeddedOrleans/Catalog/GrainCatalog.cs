using System.Collections.Concurrent;

namespace Orleans.Runtime.Catalog;

/// <summary>The grain classes of a silo, by type name and by interface.</summary>
internal sealed class GrainCatalog
{
    private readonly Dictionary<GrainType, GrainClass> _byType = [];
    private readonly Dictionary<Type, List<GrainClass>> _byInterface = [];
    private readonly ConcurrentDictionary<(Type Interface, string? Prefix), GrainClass> _resolved = new();

    internal GrainCatalog(IEnumerable<GrainClass> classes)
    {
        foreach (var grainClass in classes)
        {
            if (!_byType.TryAdd(grainClass.GrainType, grainClass))
            {
                throw new OrleansConfigurationException(
                    $"{grainClass.Type} and {_byType[grainClass.GrainType].Type} have the same grain type \"{grainClass.GrainType}\"; name one with [GrainType].");
            }

            foreach (var face in grainClass.Interfaces)
            {
                if (!_byInterface.TryGetValue(face, out var list))
                    _byInterface.Add(face, list = []);
                list.Add(grainClass);
            }
        }
    }

    internal int Count => _byType.Count;

    internal GrainClass? Find(GrainType type) => _byType.GetValueOrDefault(type);

    /// <summary>The class that a reference of this interface means.</summary>
    /// <exception cref="ArgumentException">No class implements the interface, or several do and none is the obvious one.</exception>
    internal GrainClass Resolve(Type interfaceType, string? classNamePrefix)
    {
        var key = (interfaceType, classNamePrefix);
        return _resolved.TryGetValue(key, out var known) ? known : _resolved.GetOrAdd(key, Search);
    }

    private GrainClass Search((Type Interface, string? Prefix) key)
    {
        var all = _byInterface.GetValueOrDefault(key.Interface) ?? [];
        var candidates = key.Prefix is null
            ? all
            : [.. all.Where(candidate => candidate.Type.FullName!.StartsWith(key.Prefix, StringComparison.Ordinal))];
        if (candidates.Count == 1)
            return candidates[0];

        var suffix = key.Prefix is null ? "" : $" with a class name prefix \"{key.Prefix}\"";
        if (candidates.Count == 0)
            throw new ArgumentException($"Could not find an implementation for interface {key.Interface}{suffix}.");

        return candidates.Find(candidate => $"I{candidate.Type.Name}" == key.Interface.Name)
            ?? throw new ArgumentException(
                $"Unable to identify a single appropriate grain class for interface {key.Interface}{suffix}. Candidates: {string.Join(", ", candidates.Select(candidate => candidate.Type))}.");
    }
}
