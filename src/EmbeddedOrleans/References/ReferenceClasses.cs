using System.Collections.Concurrent;

namespace Orleans.Runtime.References;

/// <summary>The generated reference class of each grain interface; generated once per process.</summary>
internal static class ReferenceClasses
{
    private static readonly ConcurrentDictionary<Type, Lazy<Func<ReferenceOrigin, GrainId, GrainReference>>> Constructors = new();

    internal static Func<ReferenceOrigin, GrainId, GrainReference> Of(Type interfaceType) => Constructors.GetOrAdd(
        interfaceType, static type => new(() => ReferenceEmitter.Emit(type))).Value;
}
