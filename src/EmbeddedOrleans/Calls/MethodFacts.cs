using System.Reflection;
using Orleans.Concurrency;

namespace Orleans.Runtime.Calls;

/// <summary>What is known of one grain interface method; one instance per method and process.</summary>
internal sealed class MethodFacts
{
    internal MethodFacts(Type interfaceType, MethodInfo method)
    {
        Interface = interfaceType;
        Method = method;
        Traits = (method.IsDefined(typeof(ReadOnlyAttribute)) ? CallTraits.ReadOnly : CallTraits.None)
            | (method.IsDefined(typeof(AlwaysInterleaveAttribute)) ? CallTraits.AlwaysInterleave : CallTraits.None)
            | (method.IsDefined(typeof(OneWayAttribute)) || method.ReturnType == typeof(void) ? CallTraits.OneWay : CallTraits.None);
        ResponseTimeout = (method.GetCustomAttribute<ResponseTimeoutAttribute>()
            ?? interfaceType.GetCustomAttribute<ResponseTimeoutAttribute>())?.Timeout;
    }

    internal Type Interface { get; }

    internal MethodInfo Method { get; }

    internal CallTraits Traits { get; }

    /// <summary>The limit the attributes set, or null for the silo's default.</summary>
    internal TimeSpan? ResponseTimeout { get; }

    /// <summary>The fields of the generated request class that hold the arguments, in order; the cancellation token is not among them.</summary>
    internal FieldInfo[] ArgumentFields { get; set; } = [];

    public override string ToString() => $"{Interface.Name}.{Method.Name}";
}
