using System.Reflection;
using Orleans.Runtime.Activations;
using Orleans.Runtime.Calls;
using Orleans.Serialization.Invocation;

namespace Orleans.Runtime.Filters;

/// <summary>A call on its way through the filters. Each <see cref="Invoke"/> runs one further in.</summary>
internal sealed class IncomingCall(Request request, RequestHost host) : IIncomingGrainCallContext
{
    private int _next;

    public IInvokable Request => request;

    public object Grain => host.Target!;

    public GrainId TargetId => host.GrainId;

    public IGrainContext TargetContext => (IGrainContext)host;

    public string InterfaceName => request.Facts.Interface.Name;

    public string MethodName => request.Facts.Method.Name;

    public MethodInfo InterfaceMethod => request.Facts.Method;

    public MethodInfo ImplementationMethod
    {
        get
        {
            var map = Grain.GetType().GetInterfaceMap(request.Facts.Interface);
            return map.TargetMethods[Array.IndexOf(map.InterfaceMethods, request.Facts.Method)];
        }
    }

    public object? Result { get => request.BoxedResult; set => request.BoxedResult = value; }

    public Task Invoke() =>
        host.Filters.At(_next++, Grain) is { } filter ? filter.Invoke(this) : request.InvokeBoxed(Grain);
}
