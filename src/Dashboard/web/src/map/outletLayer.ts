import type { CustomLayerInterface, Map as MapLibreMap } from 'maplibre-gl';
import type { OutletTable } from '../live/outlets';
import type { FrameCost } from './frameCost';
import { bucketOf, ramps, rgb, unknownColour, type ColourMode } from './ramps';

const stateBytes = 4;
const flagOutOfStock = 1;
const flagHidden = 2;
const flagUnknown = 4;

const vertexSource = `#version 300 es
precision highp float;
uniform vec2 u_scale;
uniform vec2 u_offset;
uniform float u_size;
uniform vec3 u_palette[6];
in vec2 a_position;
in uvec4 a_state;
out vec3 v_colour;
out float v_size;
flat out uint v_flags;
void main() {
  uint flags = a_state.y;
  float size = u_size * (a_state.z == 0u ? 1.45 : a_state.z == 1u ? 1.2 : 1.0) * ((flags & ${flagOutOfStock}u) != 0u ? 1.35 : 1.0);
  gl_Position = (flags & ${flagHidden}u) != 0u ? vec4(2.0, 2.0, 2.0, 1.0) : vec4(a_position * u_scale + u_offset, 0.0, 1.0);
  gl_PointSize = size;
  v_size = size;
  v_colour = u_palette[a_state.x];
  v_flags = flags;
}`;

// A disc; with products out of stock a diamond with a bar across, so that it is told without its colour.
const fragmentSource = `#version 300 es
precision highp float;
in vec3 v_colour;
in float v_size;
flat in uint v_flags;
out vec4 colour;
void main() {
  vec2 p = (gl_PointCoord - 0.5) * v_size;
  bool empty = (v_flags & ${flagOutOfStock}u) != 0u;
  float radius = v_size * 0.5 - 0.75;
  float distance = empty ? (abs(p.x) + abs(p.y)) - radius : length(p) - radius;
  float inside = 1.0 - smoothstep(-0.6, 0.6, distance);
  if (inside <= 0.0) discard;
  float rim = smoothstep(-1.6, -0.7, distance) * clamp((v_size - 3.0) / 5.0, 0.45, 1.0);
  vec3 ink = (v_flags & ${flagUnknown}u) != 0u ? vec3(0.42) : v_colour * 0.5;
  vec3 fill = mix(v_colour, ink, rim);
  if (empty && v_size > 8.0) fill = mix(fill, vec3(1.0), (1.0 - smoothstep(0.5, 1.3, abs(p.y))) * (1.0 - step(radius * 0.5, abs(p.x))));
  colour = vec4(fill, 1.0) * inside;
}`;

/**
 * All outlets in one draw call from typed arrays. A change touches four bytes on the GPU; nothing is serialised again.
 */
export class OutletLayer implements CustomLayerInterface {
  readonly id = 'outlets';
  readonly type = 'custom' as const;
  readonly renderingMode = '2d' as const;

  private map: MapLibreMap | null = null;
  private gl: WebGL2RenderingContext | null = null;
  private program: WebGLProgram | null = null;
  private vertexArray: WebGLVertexArrayObject | null = null;
  private stateBuffer: WebGLBuffer | null = null;
  private positionBuffer: WebGLBuffer | null = null;
  private uniforms: Record<'scale' | 'offset' | 'size' | 'palette', WebGLUniformLocation | null> | null = null;
  private palette = new Float32Array(18);
  private state = new Uint8Array(0);
  private originX = 0;
  private originY = 0;
  private uploadedCount = 0;
  private dirtyFirst = Infinity;
  private dirtyLast = -1;
  private mode: ColourMode = 'cover';
  private shown: ((index: number) => boolean) | null = null;

  constructor(
    private readonly outlets: OutletTable,
    private readonly cost: FrameCost,
  ) {
    this.paint('cover');
  }

  onAdd(map: MapLibreMap, gl: WebGL2RenderingContext): void {
    this.map = map;
    this.gl = gl;
    const program = link(gl);
    this.program = program;
    this.uniforms = {
      scale: gl.getUniformLocation(program, 'u_scale'),
      offset: gl.getUniformLocation(program, 'u_offset'),
      size: gl.getUniformLocation(program, 'u_size'),
      palette: gl.getUniformLocation(program, 'u_palette'),
    };
    this.vertexArray = gl.createVertexArray();
    this.positionBuffer = gl.createBuffer();
    this.stateBuffer = gl.createBuffer();
    gl.bindVertexArray(this.vertexArray);
    const position = gl.getAttribLocation(program, 'a_position');
    gl.bindBuffer(gl.ARRAY_BUFFER, this.positionBuffer);
    gl.enableVertexAttribArray(position);
    gl.vertexAttribPointer(position, 2, gl.FLOAT, false, 0, 0);
    const state = gl.getAttribLocation(program, 'a_state');
    gl.bindBuffer(gl.ARRAY_BUFFER, this.stateBuffer);
    gl.enableVertexAttribArray(state);
    gl.vertexAttribIPointer(state, 4, gl.UNSIGNED_BYTE, 0, 0);
    gl.bindVertexArray(null);
    gl.bindBuffer(gl.ARRAY_BUFFER, null);
    this.uploadedCount = 0;
    this.reload();
  }

  onRemove(_map: MapLibreMap, gl: WebGL2RenderingContext): void {
    gl.deleteBuffer(this.positionBuffer);
    gl.deleteBuffer(this.stateBuffer);
    gl.deleteVertexArray(this.vertexArray);
    gl.deleteProgram(this.program);
    this.gl = null;
    this.map = null;
  }

  /** Reads the whole table again, after it was loaded anew. */
  reload(): void {
    const gl = this.gl;
    if (!gl) return;
    const count = this.outlets.count;
    this.originX = count === 0 ? 0 : this.outlets.x[0];
    this.originY = count === 0 ? 0 : this.outlets.y[0];
    const positions = new Float32Array(count * 2);
    for (let index = 0; index < count; index++) {
      // Relative to a nearby origin, 32 bits hold a hundredth of a pixel at the closest zoom.
      positions[index * 2] = this.outlets.x[index] - this.originX;
      positions[index * 2 + 1] = this.outlets.y[index] - this.originY;
    }
    this.state = new Uint8Array(count * stateBytes);
    this.write(0, count - 1);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.positionBuffer);
    gl.bufferData(gl.ARRAY_BUFFER, positions, gl.STATIC_DRAW);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.stateBuffer);
    gl.bufferData(gl.ARRAY_BUFFER, this.state, gl.DYNAMIC_DRAW);
    gl.bindBuffer(gl.ARRAY_BUFFER, null);
    this.uploadedCount = count;
    this.dirtyFirst = Infinity;
    this.dirtyLast = -1;
    this.map?.triggerRepaint();
  }

  changed(first: number, last: number): void {
    this.write(first, last);
    this.dirtyFirst = Math.min(this.dirtyFirst, first);
    this.dirtyLast = Math.max(this.dirtyLast, last);
  }

  get isDirty(): boolean {
    return this.dirtyLast >= 0;
  }

  paint(mode: ColourMode): void {
    this.mode = mode;
    ramps[mode].forEach((step, index) => this.palette.set(rgb(step.colour), index * 3));
    this.palette.set(rgb(unknownColour), 15);
    if (this.uploadedCount > 0) this.changed(0, this.uploadedCount - 1);
    this.map?.triggerRepaint();
  }

  show(shown: ((index: number) => boolean) | null): void {
    this.shown = shown;
    if (this.uploadedCount > 0) this.changed(0, this.uploadedCount - 1);
    this.map?.triggerRepaint();
  }

  isShown(index: number): boolean {
    return this.shown === null || this.shown(index);
  }

  render(gl: WebGL2RenderingContext): void {
    const map = this.map;
    if (!map || !this.program || !this.uniforms || this.uploadedCount === 0) return;
    const started = performance.now();
    if (this.dirtyLast >= 0) {
      gl.bindBuffer(gl.ARRAY_BUFFER, this.stateBuffer);
      const from = this.dirtyFirst * stateBytes;
      gl.bufferSubData(gl.ARRAY_BUFFER, from, this.state, from, (this.dirtyLast + 1) * stateBytes - from);
      this.dirtyFirst = Infinity;
      this.dirtyLast = -1;
    }
    const centre = map.getCenter();
    const zoom = map.getZoom();
    const container = map.getContainer();
    const width = container.clientWidth;
    const height = container.clientHeight;
    const world = 512 * 2 ** zoom;
    const centreX = centre.lng / 360 + 0.5;
    const sine = Math.sin((centre.lat * Math.PI) / 180);
    const centreY = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
    gl.useProgram(this.program);
    gl.uniform2f(this.uniforms.scale, (2 * world) / width, (-2 * world) / height);
    gl.uniform2f(
      this.uniforms.offset,
      ((this.originX - centreX) * 2 * world) / width,
      (-(this.originY - centreY) * 2 * world) / height,
    );
    gl.uniform1f(this.uniforms.size, pointSize(zoom) * map.getPixelRatio());
    gl.uniform3fv(this.uniforms.palette, this.palette);
    gl.bindVertexArray(this.vertexArray);
    gl.drawArrays(gl.POINTS, 0, this.uploadedCount);
    gl.bindVertexArray(null);
    this.cost.add(performance.now() - started);
  }

  private write(first: number, last: number): void {
    const { outlets, state } = this;
    const ramp = ramps[this.mode];
    const days = this.mode === 'cover' ? outlets.coverDays : outlets.sinceVisitDays;
    for (let index = first; index <= last; index++) {
      const at = index * stateBytes;
      const bucket = bucketOf(days[index], ramp);
      const kind = outlets.classes[index];
      state[at] = bucket;
      state[at + 1] =
        (outlets.outOfStock[index] > 0 ? flagOutOfStock : 0) | (this.isShown(index) ? 0 : flagHidden) | (bucket === 5 ? flagUnknown : 0);
      state[at + 2] = kind === 'A' ? 0 : kind === 'B' ? 1 : 2;
    }
  }
}

/** Diameter of a class C outlet in CSS pixels. */
export function pointSize(zoom: number): number {
  return Math.min(16, Math.max(4, 4.6 + (zoom - 9.5) * 1.6));
}

function link(gl: WebGL2RenderingContext): WebGLProgram {
  const program = gl.createProgram();
  for (const [type, source] of [
    [gl.VERTEX_SHADER, vertexSource],
    [gl.FRAGMENT_SHADER, fragmentSource],
  ] as const) {
    const shader = gl.createShader(type);
    if (!shader) throw new Error('The graphics context is lost.');
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS)) throw new Error(gl.getShaderInfoLog(shader) ?? 'A shader does not compile.');
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) throw new Error(gl.getProgramInfoLog(program) ?? 'The shaders do not link.');
  return program;
}
