using System.Reflection;
using Orleans.Runtime.Activations;
using Orleans.Runtime.Scheduling;
using Orleans.Serialization.Invocation;

namespace Orleans.Runtime.Calls;

/// <summary>
/// One call on its way to, or running in, an activation. It is in one list at a time: an inbox, the waiting list, or the running list.
/// </summary>
internal abstract class Request : WorkItem, IInvokable
{
    /// <summary>The link back while in the running list.</summary>
    internal Request? Previous;

    /// <summary>Set by the watchdog when it first sees the request, in its own ticks; 0 before.</summary>
    internal long DeadlineTick;

    /// <summary>How often it has followed its grain to another activation.</summary>
    internal byte Forwards;

    /// <summary>It is in the running list.</summary>
    internal bool IsListed;

    /// <summary>The request context of the caller.</summary>
    internal Dictionary<string, object>? Context;

    /// <summary>The activation or observer that runs it, from the moment it starts.</summary>
    internal RequestHost? Host;

    /// <summary>The caller's token and what carries its cancellation into the grain; null for calls without a token.</summary>
    internal CallCancellation? Cancellation;

    internal abstract MethodFacts Facts { get; }

    internal virtual CallTraits Traits => Facts.Traits;

    /// <summary>What a grain method sees as its cancellation token.</summary>
    internal CancellationToken CalleeToken => Cancellation?.CalleeToken ?? default;

    /// <summary>The caller already has an outcome, whatever the grain will answer.</summary>
    internal abstract bool IsSettled { get; }

    internal override bool IsBounded => true;

    /// <summary>False for a timer's tick: no filter sees it, and nobody waits for it.</summary>
    internal virtual bool HasCaller => true;

    /// <summary>Whether it keeps the activation from being collected as idle.</summary>
    internal virtual bool CountsAsUse => true;

    internal override void Run(TurnQueue queue) => ((RequestHost)queue).Receive(this);

    /// <summary>Invokes the method; true when it completed before returning.</summary>
    internal abstract bool Begin(RequestHost host);

    /// <summary>Hands a completed outcome to the caller.</summary>
    internal abstract void Settle();

    /// <summary>Gives the caller a failure, unless it has an outcome already.</summary>
    internal abstract bool TryFail(Exception exception);

    /// <summary>The result of a completed call as an object; null when the method has none.</summary>
    internal abstract object? BoxedResult { get; set; }

    /// <summary>Invokes the grain method itself, for the end of a filter chain.</summary>
    internal abstract Task InvokeBoxed(object target);

    /// <summary>Called when the grain's task completes, on whatever thread completed it.</summary>
    protected void OnCompleted()
    {
        var host = Host!;
        if (host.IsRunningHere)
            host.Finish(this);
        else if (!host.TryPost(new FinishTurn(this)))
            Settle();
    }

    object? IInvokable.GetTarget() => Host?.Target;

    int IInvokable.GetArgumentCount() => Facts.ArgumentFields.Length;

    object? IInvokable.GetArgument(int index) => Facts.ArgumentFields[index].GetValue(this);

    void IInvokable.SetArgument(int index, object value) => Facts.ArgumentFields[index].SetValue(this, value);

    string IInvokable.GetMethodName() => Facts.Method.Name;

    string IInvokable.GetInterfaceName() => Facts.Interface.Name;

    Type IInvokable.GetInterfaceType() => Facts.Interface;

    MethodInfo IInvokable.GetMethod() => Facts.Method;
}
