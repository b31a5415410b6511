namespace Orleans;

/// <summary>An <see cref="IIncomingGrainCallFilter"/> written as a method.</summary>
public delegate Task IncomingGrainCallFilterDelegate(IIncomingGrainCallContext context);
