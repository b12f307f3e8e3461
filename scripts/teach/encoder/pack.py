"""Packs a taught encoder as ONNX with weights of one byte each, its vocabulary cut down to the words it may meet."""
import numpy
import onnx
from onnx import TensorProto, helper, numpy_helper

HEADS, HIDDEN = 12, 384
EXACT = 1e-12
"""Whole steps of a BERT that ONNX Runtime knows beside the standard's: with a sixth of the nodes it loads sooner."""
RUNTIMES = 'com.microsoft'


class Graph:
    """Collects nodes and constants. Every node is named after its only output."""

    def __init__(self):
        self.nodes, self.constants = [], []

    def constant(self, name, values):
        self.constants.append(numpy_helper.from_array(numpy.ascontiguousarray(values), name))
        return name

    def add(self, kind, inputs, name, outputs=None, **attributes):
        self.nodes.append(helper.make_node(kind, inputs, outputs or [name], name=name, **attributes))
        return name

    def linear(self, of, weight, bias, name):
        """`of` times a matrix of bytes, each column with a scale of its own; what goes in is made bytes as it comes."""
        scale = numpy.abs(weight).max(axis=1) / 127 + EXACT
        matrix = self.constant(f'{name}.bytes', numpy.round(weight / scale[:, None]).astype(numpy.int8).T)
        scales = self.constant(f'{name}.scale', scale.astype(numpy.float32))
        return self.add('DynamicQuantizeMatMul', [of, matrix, scales, '', self.constant(f'{name}.bias', bias)], name, domain=RUNTIMES)

    def rows(self, indices, table, name):
        """Rows of a table of bytes, each row with a scale of its own."""
        scale = numpy.abs(table).max(axis=1, keepdims=True) / 127 + EXACT
        found = self.add('Gather', [self.constant(f'{name}.bytes', numpy.round(table / scale).astype(numpy.int8)), indices], f'{name}.found')
        found = self.add('Cast', [found], f'{name}.float', to=TensorProto.FLOAT)
        scales = self.add('Gather', [self.constant(f'{name}.scale', scale.astype(numpy.float32)), indices], f'{name}.scales')
        return self.add('Mul', [found, scales], name)

    def normal(self, kind, of, weights, name, **attributes):
        """Layer normalisation: of one thing, or of two added up."""
        return self.add(kind, [*of, self.constant(f'{name}.weight', weights['weight']), self.constant(f'{name}.bias', weights['bias'])], name, epsilon=EXACT, **attributes)

    def normal_sum(self, of, weights, name):
        return self.normal('SkipLayerNormalization', of, weights, name, domain=RUNTIMES)


def pack(weights, layers, head, kept, path):
    """`weights` by the names of PyTorch's parameters; `kept` the word pieces to keep, in their new order; the head gives one number a class."""
    graph = Graph()
    found = graph.rows('pieces', weights['words.weight'][kept], 'words')
    places = graph.constant('places', (weights['places.weight'] + weights['kind'])[:64])
    length = graph.add('Shape', ['pieces'], 'length', start=1, end=2)
    here = graph.add('Slice', [places, graph.constant('none', numpy.array([0])), length, graph.constant('first', numpy.array([0]))], 'here')
    said = graph.normal('LayerNormalization', [graph.add('Add', [found, here], 'placed')], part(weights, 'normal'), 'start', axis=-1)
    for number in range(layers):
        said = layer(graph, said, part(weights, f'layers.{number}'), f'layer{number}')
    meant = graph.add('ReduceMean', [said], 'meant', axes=[1], keepdims=0)
    graph.linear(meant, head['weight'], head['bias'], 'classes')
    inputs = [helper.make_tensor_value_info('pieces', TensorProto.INT64, [1, 'length'])]
    outputs = [helper.make_tensor_value_info('classes', TensorProto.FLOAT, [1, len(head['bias'])])]
    made = helper.make_model(helper.make_graph(graph.nodes, 'understanding', inputs, outputs, graph.constants), opset_imports=[helper.make_opsetid('', 17), helper.make_opsetid(RUNTIMES, 1)], ir_version=8)
    onnx.checker.check_model(made)
    onnx.save(made, path)


def part(weights, of):
    return {name[len(of) + 1:]: values for name, values in weights.items() if name.startswith(f'{of}.')}


def layer(graph, said, weights, name):
    """One layer of BERT: each word looks at the others, then is thought about by itself."""
    three = graph.linear(said, weights['looks.weight'], weights['looks.bias'], f'{name}.looks')
    parts = [f'{name}.{kind}' for kind in ('asks', 'answers', 'tells')]
    graph.add('Split', [three], f'{name}.apart', parts, axis=2)
    seen = graph.add('MultiHeadAttention', parts, f'{name}.seen', domain=RUNTIMES, num_heads=HEADS)
    seen = graph.linear(seen, weights['seen.weight'], weights['seen.bias'], f'{name}.out')
    said = graph.normal_sum([said, seen], part(weights, 'after_seen'), f'{name}.between')
    wide = graph.linear(said, weights['wide.weight'], weights['wide.bias'], f'{name}.wide')
    narrow = graph.linear(graph.add('Gelu', [wide], f'{name}.gelu', domain=RUNTIMES), weights['narrow.weight'], weights['narrow.bias'], f'{name}.narrow')
    return graph.normal_sum([said, narrow], part(weights, 'after_wide'), f'{name}.end')
